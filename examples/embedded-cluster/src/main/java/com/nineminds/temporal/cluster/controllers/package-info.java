/** The controllers of the embedded cluster: Deployments, ReplicaSets, autoscalers, budgets, quota, scheduling, node loss. */
@NullMarked
package com.nineminds.temporal.cluster.controllers;

import org.jspecify.annotations.NullMarked;

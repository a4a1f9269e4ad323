package com.nineminds.temporal.cluster.node.image;

/** What stands in for a container image on this machine. */
public sealed interface Image permits ImageCommand, ImageProgram {}

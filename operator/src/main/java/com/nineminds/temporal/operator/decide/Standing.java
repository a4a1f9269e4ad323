package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Phase;

/** The one word, the reason and the sentence that {@code kubectl get} and the conditions tell. */
public record Standing(Phase phase, Reason reason, String message) {}

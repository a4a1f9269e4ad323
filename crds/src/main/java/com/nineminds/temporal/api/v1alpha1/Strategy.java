package com.nineminds.temporal.api.v1alpha1;

/** How the new revision takes over. */
public enum Strategy {
    Progressive,
    AllAtOnce,
    Recreate
}

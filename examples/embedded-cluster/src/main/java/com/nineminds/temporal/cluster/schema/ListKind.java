package com.nineminds.temporal.cluster.schema;

/** How the items of a list are told apart when several owners write it. */
public enum ListKind {
    /** One value, owned as a whole. */
    ATOMIC,
    /** Scalars, each its own item. */
    SET,
    /** Objects, told apart by key fields. */
    MAP
}

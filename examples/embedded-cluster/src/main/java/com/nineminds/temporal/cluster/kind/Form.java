package com.nineminds.temporal.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import java.util.List;
import java.util.Optional;

/** What a kind makes of its objects before they are stored, and what it asks of them. */
public interface Form {
    /**
     * An object as it was understood.
     *
     * @param unknown paths of fields that the kind does not have, and that were left out
     */
    record Read(ObjectNode object, List<String> unknown) {}

    /** Understands an object from a request: fresh, without unknown fields, with defaults. */
    Read read(ObjectNode object);

    /** The object of which nothing was said. Whatever differs from it belongs to the creator. */
    ObjectNode blank();

    /** Whether the server counts the generations of objects of this kind. */
    boolean countsGenerations();

    /** Whether the difference between two states makes a new generation. */
    boolean generationDiffers(ObjectNode current, ObjectNode next);

    /** Adds what the server decides when an object is created. */
    void creating(ObjectNode object);

    /** Adds what the server says about an object that is being deleted and still there. */
    default void deleting(ObjectNode object) {}

    /** Adds what the server decides or keeps when an object is updated, through a subresource or not. */
    void updating(ObjectNode next, ObjectNode current, String subresource);

    /**
     * What is wrong with an object.
     *
     * @param current the state before an update, empty on creation
     * @param subresource through which the object is written, empty for the object itself
     */
    List<Cause> validate(ObjectNode object, Optional<ObjectNode> current, String subresource);
}

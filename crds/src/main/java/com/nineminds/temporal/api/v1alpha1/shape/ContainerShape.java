package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The part of a container that the rules look at. */
@ValidationRule(value = "self.name != 'worker' || !has(self.image)", message = Rules.WORKER_IMAGE, fieldPath = ".image")
@ValidationRule(value = "self.name != 'worker' || !has(self.env)", message = Rules.WORKER_ENV, fieldPath = ".env")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.resources)",
        message = Rules.WORKER_RESOURCES,
        fieldPath = ".resources")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.lifecycle)",
        message = Rules.WORKER_LIFECYCLE,
        fieldPath = ".lifecycle")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.livenessProbe)",
        message = Rules.WORKER_LIVENESS,
        fieldPath = ".livenessProbe")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.readinessProbe)",
        message = Rules.WORKER_READINESS,
        fieldPath = ".readinessProbe")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.startupProbe)",
        message = Rules.WORKER_STARTUP,
        fieldPath = ".startupProbe")
@ValidationRule(
        value = "self.name != 'worker' || !has(self.volumeMounts) || !self.volumeMounts.exists(m, m.mountPath.matches('"
                + Patterns.RESERVED_MOUNT + "'))",
        message = Rules.WORKER_MOUNTS,
        fieldPath = ".volumeMounts")
@ValidationRule(value = "self.name == 'worker' || has(self.image)", message = Rules.POD_CONTAINER_IMAGE)
@PreserveUnknownFields
public record ContainerShape(
        @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription("Name of the container; worker is the worker itself.")
        String name,

        @Size(max = 512) @JsonPropertyDescription("Image. Refused for the worker: use image of the spec.")
        String image,

        @Size(max = 20) @JsonPropertyDescription("Ports. The health port of the worker is the operator's.")
        List<PortShape> ports,

        @Size(max = 50) @JsonPropertyDescription("Mounts of volumes.")
        List<MountShape> volumeMounts,

        @Size(max = 100) @JsonPropertyDescription("Environment variables. Refused for the worker: use env of the spec.")
        List<ObjectNode> env,

        @JsonPropertyDescription("Compute resources. Refused for the worker: use resources of the spec.")
        ObjectNode resources,

        @JsonPropertyDescription("Lifecycle hooks. Refused for the worker: use drain of the spec.")
        ObjectNode lifecycle,

        @JsonPropertyDescription("Liveness probe. Refused for the worker.")
        ObjectNode livenessProbe,

        @JsonPropertyDescription("Readiness probe. Refused for the worker.")
        ObjectNode readinessProbe,

        @JsonPropertyDescription("Startup probe. Refused for the worker.")
        ObjectNode startupProbe) {}

package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The part of a pod spec that the rules look at. */
@ValidationRule(value = "!has(self.restartPolicy)", message = Rules.POD_RESTART_POLICY, fieldPath = ".restartPolicy")
@ValidationRule(
        value = "!has(self.serviceAccountName) && !has(self.serviceAccount)",
        message = Rules.POD_SERVICE_ACCOUNT,
        fieldPath = ".serviceAccountName")
@ValidationRule(
        value = "!has(self.terminationGracePeriodSeconds)",
        message = Rules.POD_GRACE,
        fieldPath = ".terminationGracePeriodSeconds")
@ValidationRule(
        value = "!has(self.activeDeadlineSeconds)",
        message = Rules.POD_DEADLINE,
        fieldPath = ".activeDeadlineSeconds")
@ValidationRule(
        value = "!has(self.imagePullSecrets)",
        message = Rules.POD_PULL_SECRETS,
        fieldPath = ".imagePullSecrets")
@ValidationRule(
        value = "!has(self.volumes) || !self.volumes.exists(v, v.name.matches('" + Patterns.RESERVED_VOLUME + "'))",
        message = Rules.POD_VOLUMES,
        fieldPath = ".volumes")
@ValidationRule(
        value = "!has(self.containers) || !self.containers.exists(c, c.name.matches('" + Patterns.INJECTOR_CONTAINER
                + "'))",
        message = Rules.POD_CONTAINER_NAMES,
        fieldPath = ".containers")
@ValidationRule(
        value = "!has(self.initContainers) || !self.initContainers.exists(c, c.name.matches('"
                + Patterns.INJECTOR_CONTAINER + "'))",
        message = Rules.POD_CONTAINER_NAMES,
        fieldPath = ".initContainers")
@ValidationRule(
        value = "!has(self.initContainers) || !self.initContainers.exists(c, c.name == 'worker')",
        message = Rules.POD_INIT_WORKER,
        fieldPath = ".initContainers")
@PreserveUnknownFields
public record PodSpecShape(
        @Size(max = 10) @JsonPropertyDescription("Overrides of the container named worker, and sidecars.")
        List<ContainerShape> containers,

        @Size(max = 10) @JsonPropertyDescription("Init containers and native sidecars.")
        List<InitContainerShape> initContainers,

        @Size(max = 50) @JsonPropertyDescription("Further volumes.")
        List<VolumeShape> volumes,

        @Size(max = 63) @JsonPropertyDescription("Refused: the operator owns the restart policy.")
        String restartPolicy,

        @Size(max = 253) @JsonPropertyDescription("Refused: use serviceAccountName of the spec.")
        String serviceAccountName,

        @Size(max = 253) @JsonPropertyDescription("Refused: use serviceAccountName of the spec.")
        String serviceAccount,

        @JsonPropertyDescription("Refused: use terminationGracePeriodSeconds of the spec.")
        Long terminationGracePeriodSeconds,

        @JsonPropertyDescription("Refused: a worker has no deadline.")
        Long activeDeadlineSeconds,

        @Size(max = 10) @JsonPropertyDescription("Refused: use imagePullSecrets of the spec.")
        List<ObjectNode> imagePullSecrets,

        @JsonPropertyDescription("Refused in the production profile.")
        Boolean hostNetwork,

        @JsonPropertyDescription("Refused in the production profile.")
        Boolean hostPID,

        @JsonPropertyDescription("Refused in the production profile.")
        Boolean hostIPC) {}

package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.api.v1alpha1.shape.PodTemplateShape;
import com.nineminds.temporal.api.v1alpha1.shape.ResourcesShape;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desired worker. Only {@code image}, {@code temporal.address} and {@code temporal.taskQueues} have no default. */
@ValidationRule(
        value = Cel.DEVELOPMENT + " || (self.image.matches('" + Patterns.IMAGE_VERSION
                + "') && !self.image.endsWith(':latest'))",
        message = Rules.IMAGE_PINNED,
        fieldPath = ".image")
@ValidationRule(
        value = Cel.DEVELOPMENT + " || !has(self.config) || !self.config.exists(k, " + Cel.CONFIG_SECRET + ")",
        message = Rules.CONFIG_SECRET,
        fieldPath = ".config")
@ValidationRule(
        value = "!has(self.config) || !self.config.exists(k, " + Cel.KEY_RESERVED + ")",
        message = Rules.VARIABLE_RESERVED,
        fieldPath = ".config")
@ValidationRule(
        value = Cel.DEVELOPMENT + " || !has(self.env) || !self.env.exists(e, " + Cel.ENV_SECRET + ")",
        message = Rules.ENV_SECRET,
        fieldPath = ".env")
@ValidationRule(
        value = "!has(self.env) || !has(self.config) || self.env.all(e, !(e.name in self.config))",
        message = Rules.VARIABLE_ONCE)
@ValidationRule(
        value =
                "!has(self.vault) || !has(self.config) || self.vault.secrets.all(s, s.keys.all(k, !(k in self.config)))",
        message = Rules.VARIABLE_ONCE)
@ValidationRule(
        value =
                "!has(self.vault) || !has(self.env) || self.vault.secrets.all(s, !self.env.exists(e, e.name in s.keys))",
        message = Rules.VARIABLE_ONCE)
@ValidationRule(value = "!(" + Cel.CONFIG_OF_TEMPORAL + ")", message = Rules.VARIABLE_OF_TEMPORAL)
@ValidationRule(value = "!(" + Cel.ENV_OF_TEMPORAL + ")", message = Rules.VARIABLE_OF_TEMPORAL)
@ValidationRule(value = "!(" + Cel.VAULT_OF_TEMPORAL + ")", message = Rules.VARIABLE_OF_TEMPORAL)
@ValidationRule(
        value = "!has(self.vault) || !has(self.serviceAccountName) || self.serviceAccountName != 'default'",
        message = Rules.VAULT_SERVICE_ACCOUNT,
        fieldPath = ".serviceAccountName")
@ValidationRule(
        value =
                "!has(self.disruption) || !has(self.disruption.minAvailable) || (type(self.disruption.minAvailable) == int"
                        + " ? self.disruption.minAvailable < " + Cel.LOWEST_SCALE
                        + " : !self.disruption.minAvailable.matches('" + Patterns.PERCENT
                        + "') || (int(self.disruption.minAvailable.replace('%', '')) * " + Cel.LOWEST_SCALE
                        + " + 99) / 100 < " + Cel.LOWEST_SCALE + ")",
        message = Rules.DISRUPTION_EVICTABLE,
        fieldPath = ".disruption.minAvailable")
@ValidationRule(
        value = "!has(self.terminationGracePeriodSeconds) || self.terminationGracePeriodSeconds >= "
                + Cel.SECONDS_OF_DRAIN,
        message = Rules.GRACE_COVERS_DRAIN,
        fieldPath = ".terminationGracePeriodSeconds")
@ValidationRule(
        value = Cel.DEVELOPMENT + " || !has(self.podTemplate) || !has(self.podTemplate.spec)"
                + " || ![" + "has(self.podTemplate.spec.hostNetwork) && self.podTemplate.spec.hostNetwork,"
                + " has(self.podTemplate.spec.hostPID) && self.podTemplate.spec.hostPID,"
                + " has(self.podTemplate.spec.hostIPC) && self.podTemplate.spec.hostIPC].exists(shared, shared)",
        message = Rules.POD_HOST_NAMESPACES,
        fieldPath = ".podTemplate.spec")
@ValidationRule(
        value =
                "!has(self.vault) || !has(self.podTemplate) || !has(self.podTemplate.metadata) || !has(self.podTemplate.metadata.annotations)"
                        + " || !self.podTemplate.metadata.annotations.exists(k, k.matches('"
                        + Patterns.INJECTOR_ANNOTATION + "'))",
        message = Rules.POD_VAULT_ANNOTATIONS,
        fieldPath = ".podTemplate.metadata.annotations")
@ValidationRule(
        value = "!has(self.podTemplate) || !has(self.podTemplate.spec) || !has(self.podTemplate.spec.containers)"
                + " || self.podTemplate.spec.containers.all(c, !has(c.ports) || !c.ports.exists(p, (has(p.name) && p.name == 'health')"
                + " || (has(p.containerPort) && p.containerPort == " + Cel.HEALTH_PORT + ")))",
        message = Rules.POD_HEALTH_PORT,
        fieldPath = ".podTemplate.spec.containers")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalWorkerSpec(
        @Required
        @Size(min = 1, max = 512)
        @ValidationRule(value = "self.matches(r'" + Patterns.IMAGE + "')", message = Rules.IMAGE_REFERENCE)
        @JsonPropertyDescription(
                "Image of the worker. The production profile wants a digest or a tag other than latest.")
        String image,

        @Size(max = 10)
        @ValidationRule(
                value = "self.all(s, s.matches('" + Patterns.DNS_SUBDOMAIN + "'))",
                message = Rules.PULL_SECRET_NAME)
        @JsonPropertyDescription("Names of the Secrets with registry credentials, in the worker's namespace.")
        @Nullable
        List<@Size(min = 1, max = 253) String> imagePullSecrets,

        @Required @JsonPropertyDescription("The Temporal service and what the worker polls there.")
        TemporalSpec temporal,

        @JsonPropertyDescription("Fixed or automatic number of replicas. Default: automatic, 2 to 10.") @Nullable
        ScalingSpec scaling,

        @Size(max = 100)
        @ValidationRule(
                value = "self.all(k, k.size() <= 253 && k.matches('" + Patterns.VARIABLE + "'))",
                message = Rules.VARIABLE_NAME)
        @JsonPropertyDescription(
                "Plain configuration, kept in a ConfigMap per revision; the worker finds it as environment variables and as files. Not for secrets.")
        @Nullable
        Map<String, @Size(max = 8192) String> config,

        @Size(max = 100)
        @ValidationRule(value = "self.all(e, self.exists_one(o, o.name == e.name))", message = Rules.ENV_UNIQUE)
        @JsonPropertyDescription("Further environment variables of the worker, by value or by reference.")
        @Nullable
        List<EnvSpec> env,

        @JsonPropertyDescription(
                "Secrets that the Vault agent injector writes into the pod. Default: none, and no injector.")
        @Nullable
        VaultSpec vault,

        @SchemaFrom(type = ResourcesShape.class)
        @JsonPropertyDescription(
                "Compute resources of the worker container. Default: requests of 200m CPU and 512Mi, limits of 1 CPU and 1Gi.")
        @Nullable
        ResourceRequirements resources,

        @JsonPropertyDescription("How many pods a node drain leaves. Default: one; a single replica may go.") @Nullable
        DisruptionSpec disruption,

        @JsonPropertyDescription("Health endpoints of the worker. Default: port 8080.") @Nullable
        HealthSpec health,

        @Default(Defaults.PROFILE)
        @JsonPropertyDescription(
                "production refuses what is only fit for a laptop: unpinned images, literal secrets, namespaces of the node.")
        @Nullable
        Profile profile,

        @JsonPropertyDescription("How a stopping worker finishes what it runs. Default: a timeout of 45s.") @Nullable
        DrainSpec drain,

        @Min(1)
        @Max(86400)
        @JsonPropertyDescription(
                "Seconds until a stopping pod is killed, at least drain.timeout. Default: 60, or 15 more than drain.timeout where that is longer.")
        @Nullable
        Integer terminationGracePeriodSeconds,

        @SchemaFrom(type = PodTemplateShape.class)
        @JsonPropertyDescription(
                "Strategic merge patch over the pod template that the operator renders: sidecars, volumes, placement, annotations. What the operator owns is refused by name.")
        @Nullable
        JsonNode podTemplate,

        @Size(min = 1, max = 253)
        @ValidationRule(value = "self.matches(r'" + Patterns.DNS_SUBDOMAIN + "')", message = Rules.SERVICE_ACCOUNT_NAME)
        @JsonPropertyDescription(
                "ServiceAccount of the pods. Default: one with the worker's name, made by the operator.")
        @Nullable
        String serviceAccountName,

        @JsonPropertyDescription("A NetworkPolicy of the pods. Default: none.") @Nullable
        NetworkPolicySpec networkPolicy,

        @JsonPropertyDescription("How a new revision takes over and what proves it good. Default: Progressive.")
        @Nullable
        RolloutSpec rollout) {}

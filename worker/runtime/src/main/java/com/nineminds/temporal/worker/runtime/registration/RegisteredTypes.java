package com.nineminds.temporal.worker.runtime.registration;

import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.common.metadata.WorkflowMethodType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The types that a worker runs, sorted by name. */
public record RegisteredTypes(List<WorkflowType> workflows, List<String> activities) {

    /** One workflow type and what can be sent to it. */
    public record WorkflowType(String type, List<String> signals, List<String> queries, List<String> updates) {}

    static RegisteredTypes of(List<Class<?>> workflows, List<Object> activities) {
        return new RegisteredTypes(
                workflows.stream()
                        .flatMap(RegisteredTypes::workflowTypes)
                        .sorted(Comparator.comparing(WorkflowType::type))
                        .toList(),
                activities.stream()
                        .map(activity -> POJOActivityImplMetadata.newInstance(activity.getClass()))
                        .flatMap(metadata -> metadata.getActivityMethods().stream())
                        .map(POJOActivityMethodMetadata::getActivityTypeName)
                        .sorted()
                        .toList());
    }

    private static Stream<WorkflowType> workflowTypes(Class<?> workflow) {
        var interfaces = workflow.isInterface()
                ? List.of(POJOWorkflowInterfaceMetadata.newInstance(workflow))
                : POJOWorkflowImplMetadata.newInstance(workflow).getWorkflowInterfaces();
        return interfaces.stream()
                .flatMap(metadata -> metadata.getWorkflowType().stream()
                        .map(type -> new WorkflowType(
                                type,
                                names(metadata, WorkflowMethodType.SIGNAL),
                                names(metadata, WorkflowMethodType.QUERY),
                                names(metadata, WorkflowMethodType.UPDATE))));
    }

    private static List<String> names(POJOWorkflowInterfaceMetadata metadata, WorkflowMethodType kind) {
        return metadata.getMethodsMetadata().stream()
                .filter(method -> method.getType() == kind)
                .map(POJOWorkflowMethodMetadata::getName)
                .sorted()
                .toList();
    }
}

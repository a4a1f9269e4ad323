package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergeTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            objects are merged         | {a: {b: 1, c: 2}}                                | {a: {c: 3, d: 4}}                                | {a: {b: 1, c: 3, d: 4}}
            null removes               | {a: 1, b: {c: 1, d: 2}}                          | {a: null, b: {c: null}}                          | {b: {d: 2}}
            null of nothing is nothing | {a: 1}                                           | {b: null, c: {d: null, e: 1}}                    | {a: 1, c: {e: 1}}
            containers by name         | {containers: [{name: a, image: x}]}              | {containers: [{name: a, tty: true}]}             | {containers: [{name: a, image: x, tty: true}]}
            new ones at the end        | {containers: [{name: a}]}                        | {containers: [{name: b}]}                        | {containers: [{name: a}, {name: b}]}
            mounts by path             | {volumeMounts: [{mountPath: /a, name: x}]}       | {volumeMounts: [{mountPath: /a, name: y}]}       | {volumeMounts: [{mountPath: /a, name: y}]}
            ports by number            | {ports: [{containerPort: 1, name: x}]}           | {ports: [{containerPort: 2, name: y}]}           | {ports: [{containerPort: 1, name: x}, {containerPort: 2, name: y}]}
            nested lists               | {containers: [{name: a, env: [{name: x}]}]}      | {containers: [{name: a, env: [{name: y}]}]}      | {containers: [{name: a, env: [{name: x}, {name: y}]}]}
            an entry is deleted        | {volumes: [{name: a}, {name: b}]}                | {volumes: [{name: a, $patch: delete}]}           | {volumes: [{name: b}]}
            an entry is replaced       | {volumes: [{name: a, x: 1}]}                     | {volumes: [{name: a, y: 2, $patch: replace}]}    | {volumes: [{name: a, y: 2}]}
            an object is deleted       | {affinity: {a: 1}, b: 1}                         | {affinity: {$patch: delete}}                     | {b: 1}
            an object is replaced      | {affinity: {a: 1}}                               | {affinity: {b: 2, $patch: replace}}              | {affinity: {b: 2}}
            tolerations are appended   | {tolerations: [{key: a}]}                        | {tolerations: [{key: b}]}                        | {tolerations: [{key: a}, {key: b}]}
            environments are appended  | {envFrom: [{configMapRef: {name: a}}]}           | {envFrom: [{secretRef: {name: b}}]}              | {envFrom: [{configMapRef: {name: a}}, {secretRef: {name: b}}]}
            other lists are replaced   | {drop: [ALL], args: [a, b]}                      | {args: [c]}                                      | {drop: [ALL], args: [c]}
            a list where none was      | {a: 1}                                           | {initContainers: [{name: a}]}                    | {a: 1, initContainers: [{name: a}]}
            an entry without its key   | {containers: [{name: a}]}                        | {containers: [{image: x}]}                       | {containers: [{name: a}, {image: x}]}
            an empty object stays      | {a: 1}                                           | {emptyDir: {}}                                   | {a: 1, emptyDir: {}}
            an empty patch             | {a: [1]}                                         | {}                                               | {a: [1]}
            """)
    void a_patch_is_applied_as_kubernetes_does(String what, String base, String patch, String merged)
            throws JsonProcessingException {
        JsonNode before = YAML.readTree(base);

        JsonNode result = StrategicMerge.apply(before, YAML.readTree(patch));

        assertThat(result).as(what).isEqualTo(YAML.readTree(merged));
        assertThat(before).as("the base is left alone").isEqualTo(YAML.readTree(base));
    }
}

/**
 * The embedded API server against a real one. Every file under {@code conformance/} is a conversation: requests written by hand, and
 * the answers that a real kube-apiserver gave to them. The tests hold the same conversation with the embedded server, or with the
 * real one that {@code TEST_KUBECONFIG} names (never an ambient {@code KUBECONFIG}), and expect the same answers. With
 * {@code -Dconformance.record=true} the answers of the real one are written into the files.
 *
 * <p>A file has one part per request:
 *
 * <pre>
 * ### what it shows
 * PATCH /api/v1/namespaces/{ns}/configmaps/a?fieldManager=me
 * Content-Type: application/merge-patch+json
 * Show: /metadata/generation /data
 *
 * data: {key: two}
 *
 * &gt;&gt;&gt; 200
 * ...the answer, as YAML
 * </pre>
 *
 * <p>{@code {ns}} is a namespace of the file's own and {@code {id}} a name that no other run has. Headers that are not sent:
 * {@code Show} lists the parts of the answer that matter (JSON pointers, with {@code *} for any element; {@code -} for the code
 * alone), {@code Keep} gives a part a name for later requests ({@code name=/pointer}), {@code Await} asks again until the answer has
 * this code, this part ({@code /pointer}) or this value ({@code /pointer=value}). Answers are compared without what differs from run
 * to run: times, versions, UIDs.
 */
package com.nineminds.temporal.cluster.conformance;

package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.VaultSecret;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Templates of the Vault agent, in the language of consul-template. */
final class VaultTemplates {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private VaultTemplates() {}

    /** The value of one key, without so much as a line end. */
    static String value(String path, String key) {
        return "{{- with secret \"" + path + "\" -}}{{ " + field(key) + " }}{{- end -}}";
    }

    static String export(VaultSecret secret) {
        String lines = secret.keys().entrySet().stream()
                .map(key -> "export " + key.getKey() + "=\"{{ " + field(key.getValue()) + " }}\"\n")
                .collect(Collectors.joining());
        return "{{- with secret \"" + secret.path() + "\" -}}\n" + lines + "{{- end }}\n";
    }

    private static String field(String key) {
        return IDENTIFIER.matcher(key).matches() ? ".Data.data." + key : "index .Data.data \"" + key + "\"";
    }
}

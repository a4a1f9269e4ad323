package com.nineminds.temporal.cluster.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, Map<String, String>> SECRETS =
            Map.of("secret/data/app", Map.of("password", "a $\"b\"\n", "api-key", "k1"));

    @Test
    void aFileHoldsAValueAndNothingElse() throws MissingKeyException {
        assertThat(render("{{- with secret \"secret/data/app\" -}}{{ .Data.data.password }}{{- end -}}"))
                .isEqualTo("a $\"b\"\n");
    }

    @Test
    void aKeyThatIsNoIdentifierIsLookedUp() throws MissingKeyException {
        assertThat(render("{{- with secret \"secret/data/app\" -}}{{ index .Data.data \"api-key\" }}{{- end -}}"))
                .isEqualTo("k1");
    }

    @Test
    void exportsKeepTheirLinesAndLoseTheTrimmedSpace() throws MissingKeyException {
        String template = """
                {{- with secret "secret/data/app" -}}
                export KEY="{{ index .Data.data "api-key" }}"
                {{- end }}
                """;
        assertThat(render(template)).isEqualTo("export KEY=\"k1\"\n");
    }

    @Test
    void aTemplateNamesTheSecretsThatItNeeds() {
        String template = "{{ with secret \"b\" }}{{ end }}{{ with secret \"a\" }}{{ .Data.data.x }}{{ end }}";
        assertThat(Template.parse(template).paths()).containsExactly("a", "b");
    }

    @Test
    void aMissingKeyIsAnErrorWhereTheAgentWasToldSo() {
        assertThatThrownBy(() -> render("{{ with secret \"secret/data/app\" }}{{ .Data.data.none }}{{ end }}"))
                .hasMessage("map has no entry for key \"none\"");
    }

    @Test
    void otherwiseAMissingKeyIsPrintedAsGoDoes() throws MissingKeyException {
        Template template = Template.parse("{{ with secret \"secret/data/app\" }}[{{ .Data.data.none }}]{{ end }}");
        assertThat(template.render(SECRETS, false)).isEqualTo("[<no value>]");
    }

    @Test
    void anIndexOfAMissingKeyIsNeverAnError() throws MissingKeyException {
        assertThat(render("{{ with secret \"secret/data/app\" }}{{ index .Data.data \"none\" }}{{ end }}"))
                .isEqualTo("<no value>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range $k, $v := .Data }}{{ end }}",
                "{{ with secret \"a\" }}{{ .Data.data.x | toJSON }}{{ end }}",
                "{{ with secret \"a\" }}{{ .Data.x }}{{ end }}",
                "{{ .Data.data.x }}",
                "{{ with secret \"a\" }}{{ with secret \"b\" }}{{ end }}{{ end }}",
                "{{ end }}"
            })
    void whatIsNotSupportedIsRefusedByName(String template) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not supported here: use with secret");
    }

    @Test
    void anOpenBlockOrActionIsRefused() {
        assertThatThrownBy(() -> Template.parse("{{ with secret \"a\" }}x")).hasMessageContaining("has no end");
        assertThatThrownBy(() -> Template.parse("x {{ with secret")).hasMessageContaining("not closed");
    }

    private static String render(String template) throws MissingKeyException {
        return Template.parse(template).render(SECRETS, true);
    }
}

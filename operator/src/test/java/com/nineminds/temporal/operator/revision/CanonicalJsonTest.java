package com.nineminds.temporal.operator.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void keys_are_sorted_at_every_depth_and_lists_keep_their_order() throws JsonProcessingException {
        assertThat(canonical("{\"b\": {\"d\": 1, \"c\": [2, 1]}, \"a\": null, \"B\": true}"))
                .isEqualTo("{\"B\":true,\"a\":null,\"b\":{\"c\":[2,1],\"d\":1}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.0, 1", "1.50, 1.5", "1e3, 1000", "-0.0, 0", "12345678901234567890, 12345678901234567890"})
    void a_number_has_one_form(String number, String canonical) throws JsonProcessingException {
        assertThat(canonical(number)).isEqualTo(canonical);
    }

    @Test
    void strings_survive_with_quotes_line_ends_and_any_script() throws JsonProcessingException {
        String text = "\" \\ \n \t \u0001 $ / é \uD83D\uDE80 \u2028";

        String canonical = CanonicalJson.write(MAPPER.getNodeFactory().textNode(text));

        assertThat(canonical).isEqualTo("\"\\\" \\\\ \\u000a \\u0009 \\u0001 $ / é \uD83D\uDE80 \u2028\"");
        assertThat(MAPPER.readTree(canonical).textValue()).isEqualTo(text);
    }

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.write(
                MAPPER.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(json));
    }
}

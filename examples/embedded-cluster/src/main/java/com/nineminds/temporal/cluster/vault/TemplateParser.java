package com.nineminds.temporal.cluster.vault;

import com.nineminds.temporal.cluster.vault.Template.Key;
import com.nineminds.temporal.cluster.vault.Template.Part;
import com.nineminds.temporal.cluster.vault.Template.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@link Template}. */
final class TemplateParser {
    private static final Pattern ACTION =
            Pattern.compile("\\{\\{(-(?=\\s))?\\s*(.*?)\\s*((?<=\\s)-)?}}", Pattern.DOTALL);
    private static final Pattern WITH = Pattern.compile("with\\s+secret\\s+\"([^\"\\\\]+)\"");
    private static final Pattern FIELD = Pattern.compile("\\.Data\\.data\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern INDEX = Pattern.compile("index\\s+\\.Data\\.data\\s+\"([^\"\\\\]+)\"");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> paths = new TreeSet<>();
    private @Nullable String secret;

    TemplateParser(String text) {
        this.text = text;
    }

    Template parse() {
        Matcher action = ACTION.matcher(text);
        int from = 0;
        boolean trimmed = false;
        while (action.find()) {
            text(text.substring(from, action.start()), trimmed, action.group(1) != null);
            act(action.group(2));
            trimmed = action.group(3) != null;
            from = action.end();
        }
        String rest = text.substring(from);
        if (rest.contains("{{")) {
            throw new IllegalArgumentException("an action is not closed, add }}");
        }
        if (secret != null) {
            throw new IllegalArgumentException("with secret \"" + secret + "\" has no end, add {{ end }}");
        }
        text(rest, trimmed, false);
        return new Template(parts, paths);
    }

    private void text(String piece, boolean trimStart, boolean trimEnd) {
        String start = trimStart ? piece.stripLeading() : piece;
        String kept = trimEnd ? start.stripTrailing() : start;
        if (!kept.isEmpty()) {
            parts.add(new Text(kept));
        }
    }

    private void act(String action) {
        Matcher with = WITH.matcher(action);
        if (with.matches() && secret == null) {
            secret = with.group(1);
            paths.add(with.group(1));
            return;
        }
        if (action.equals("end") && secret != null) {
            secret = null;
            return;
        }
        key(action);
    }

    private void key(String action) {
        Matcher field = FIELD.matcher(action);
        Matcher index = INDEX.matcher(action);
        if (secret != null && field.matches()) {
            parts.add(new Key(secret, field.group(1), true));
        } else if (secret != null && index.matches()) {
            parts.add(new Key(secret, index.group(1), false));
        } else {
            throw new IllegalArgumentException(
                    "{{ " + action + " }} is not supported here: use with secret \"path\", and"
                            + " inside it .Data.data.key or index .Data.data \"key\"");
        }
    }
}

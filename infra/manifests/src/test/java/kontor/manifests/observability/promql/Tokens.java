package kontor.manifests.observability.promql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, taken one after the other. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("""
            \\s+|#.*\
            |(?<word>\
            (?:\\d+(?:ms|[smhdwy]))+|\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?\
            |[a-zA-Z_][a-zA-Z0-9_:]*\
            |"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'\
            |==|!=|>=|<=|=~|!~|[-+*/%<>=(){}\\[\\],])\
            """);
    private static final String END = "";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int place;

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int read = 0;
        while (read < text.length()) {
            if (!matcher.find(read) || matcher.start() != read) {
                throw new IllegalArgumentException("%s: nobody knows what %s is".formatted(text, text.substring(read)));
            }
            if (matcher.group("word") != null) {
                words.add(matcher.group("word"));
            }
            read = matcher.end();
        }
    }

    /** The next word, or an empty one. */
    String peek() {
        return place < words.size() ? words.get(place) : END;
    }

    String next() {
        String word = peek();
        if (word.equals(END)) {
            throw unexpected();
        }
        place++;
        return word;
    }

    boolean take(String word) {
        boolean isNext = peek().equals(word);
        place += isNext ? 1 : 0;
        return isNext;
    }

    void expect(String word) {
        if (!take(word)) {
            throw unexpected();
        }
    }

    boolean isName() {
        return !peek().isEmpty() && (Character.isLetter(peek().charAt(0)) || peek().charAt(0) == '_');
    }

    boolean isNumber() {
        return !peek().isEmpty() && Character.isDigit(peek().charAt(0));
    }

    String name() {
        if (!isName()) {
            throw unexpected();
        }
        return next();
    }

    String duration() {
        if (!isNumber() || Character.isDigit(peek().charAt(peek().length() - 1))) {
            throw unexpected();
        }
        return next();
    }

    /** Without its quotes. */
    String string() {
        if (!peek().startsWith("\"") && !peek().startsWith("'")) {
            throw unexpected();
        }
        String quoted = next();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** {@code (a, b)}. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        expect("(");
        while (!take(")")) {
            names.add(name());
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        return names;
    }

    IllegalArgumentException unexpected() {
        String found = peek().equals(END) ? "its end" : peek();
        return new IllegalArgumentException("%s: %s does not belong there".formatted(text.strip(), found));
    }
}

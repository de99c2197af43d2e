package kontor.testkit.tidy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source taken apart into code, comments and texts, line numbers kept. */
record JavaText(String code, String comments) {

    /** In this order: a text may look like a comment and a comment may hold a quote. */
    private static final Pattern PIECES = Pattern.compile(
            "(?<text>\"\"\".*?(?<!\\\\)\"\"\"|\"[^\"\\\\\\n]*(?:\\\\.[^\"\\\\\\n]*)*\"|'(?:\\\\.|[^'\\\\\\n])+')"
                    + "|(?<comment>//[^\\n]*|/\\*.*?\\*/)",
            Pattern.DOTALL);

    private static final Pattern LETTERS = Pattern.compile("[^\\n]");

    static JavaText of(String source) {
        StringBuilder code = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        Matcher pieces = PIECES.matcher(source);
        int end = 0;
        while (pieces.find()) {
            String between = source.substring(end, pieces.start());
            String piece = pieces.group();
            boolean isComment = pieces.group("comment") != null;
            code.append(between)
                    .append(isComment ? blank(piece) : "\"" + blank(piece).substring(1));
            comments.append(blank(between)).append(isComment ? piece : blank(piece));
            end = pieces.end();
        }
        code.append(source.substring(end));
        return new JavaText(code.toString(), comments.toString());
    }

    /** Lines that hold code and are no import. */
    long codeLines() {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static String blank(String piece) {
        return LETTERS.matcher(piece).replaceAll(" ");
    }
}

package kontor.invoice.series;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a document number is made of issuer, year and number within both (V-8), such as {@code {issuer}-{year}-{no:6}}:
 * each of the three once, with something that is no digit between them, so that no two documents get one number, and
 * never longer than 40 characters.
 */
record NumberFormat(String pattern) {

    private static final Pattern PART = Pattern.compile("\\{(issuer|year|no)(?::([1-9]|1[0-2]))?}");
    private static final Pattern BETWEEN = Pattern.compile("[A-Za-z./_-][A-Za-z0-9./_-]*");
    private static final Pattern AROUND = Pattern.compile("[A-Za-z./_-]*");

    /** Digits of the largest bigint and int. */
    private static final int LONGEST_ISSUER = 19;

    private static final int LONGEST_NO = 12;
    private static final int YEAR = 4;
    private static final int LONGEST = 40;

    NumberFormat {
        List<MatchResult> parts = PART.matcher(pattern).results().toList();
        List<String> names = parts.stream().map(part -> part.group(1)).sorted().toList();
        if (!names.equals(List.of("issuer", "no", "year"))
                || parts.stream()
                        .anyMatch(
                                part -> part.group(2) != null && !part.group(1).equals("no"))) {
            throw refused(pattern, "needs {issuer}, {year} and {no} or {no:width} once each");
        }
        String[] literals = PART.split(pattern, -1);
        if (!AROUND.matcher(literals[0]).matches()
                || !AROUND.matcher(literals[3]).matches()
                || !BETWEEN.matcher(literals[1]).matches()
                || !BETWEEN.matcher(literals[2]).matches()) {
            throw refused(pattern, "needs a letter or one of . / _ - between its parts, and no other character");
        }
        if (literals[0].startsWith("import-")) {
            throw refused(pattern, "looks like the numbers of imported documents");
        }
        if (String.join("", literals).length() + LONGEST_ISSUER + YEAR + LONGEST_NO > LONGEST) {
            throw refused(pattern, "gives numbers of more than 40 characters");
        }
    }

    String of(long issuerId, int year, int no) {
        Matcher parts = PART.matcher(pattern);
        return parts.replaceAll(part -> switch (part.group(1)) {
            case "issuer" -> Long.toString(issuerId);
            case "year" -> "%04d".formatted(year);
            default -> padded(no, part.group(2));
        });
    }

    private static String padded(int no, @Nullable String width) {
        return width == null ? Integer.toString(no) : ("%0" + width + "d").formatted(no);
    }

    private static IllegalArgumentException refused(String pattern, String why) {
        return new IllegalArgumentException("kontor.invoice.number-format '%s' %s.".formatted(pattern, why));
    }
}

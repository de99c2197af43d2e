package kontor.reporting.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.WrongOrder;
import kontor.reporting.figure.Question;
import org.jspecify.annotations.Nullable;

/** Makes a question of the parameters of a request. */
final class Asked {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WHERE = "where";

    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

    private Asked() {}

    static Question of(@Nullable String from, @Nullable String to, List<String> where) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String condition : where) {
            int end = condition.indexOf(':');
            if (end < 1) {
                throw new InvalidField(WHERE, "has the form column:value");
            }
            parameters.put(condition.substring(0, end), condition.substring(end + 1));
        }
        if (parameters.containsKey(FROM) || parameters.containsKey(TO)) {
            throw new InvalidField(WHERE, "is not for a range");
        }
        if (from != null) {
            parameters.put(FROM, bound(FROM, from));
        }
        if (to != null) {
            parameters.put(TO, bound(TO, to));
        }
        if (from != null && to != null && !isBefore(bound(FROM, from), bound(TO, to))) {
            throw new WrongOrder();
        }
        return new Question(parameters);
    }

    /** A day, a month, or an instant, which is told in UTC from here on. */
    private static String bound(String name, String text) {
        if (PERIOD.matcher(text).matches()) {
            return text;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException neither) {
            throw new InvalidField(name, "is no day, month or instant with its zone");
        }
    }

    /** As moments where both are, since their texts may have fractions or not. */
    private static boolean isBefore(String from, String to) {
        return PERIOD.matcher(from).matches() || PERIOD.matcher(to).matches()
                ? from.compareTo(to) < 0
                : Instant.parse(from).isBefore(Instant.parse(to));
    }
}

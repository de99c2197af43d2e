package kontor.reporting.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.WrongOrder;
import kontor.reporting.figure.Question;
import org.jspecify.annotations.Nullable;

/** Makes a question of the parameters of a request. */
final class Asked {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WHERE = "where";

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
            parameters.put(FROM, from);
        }
        if (to != null) {
            parameters.put(TO, to);
        }
        if (from != null && to != null && from.compareTo(to) >= 0) {
            throw new WrongOrder();
        }
        return new Question(parameters);
    }
}

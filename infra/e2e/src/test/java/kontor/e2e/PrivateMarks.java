package kontor.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What belongs in no log and no trace (INV-38): forms of secrets, and whatever the shop knows of its people. */
final class PrivateMarks {

    /** Shorter ones stand in any text. */
    private static final int TELLING = 4;

    private static final Map<String, Pattern> FORMS = Map.of(
            "a token", Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}"),
            "a bearer token", Pattern.compile("(?i)\\bbearer [\\w.-]{16,}"),
            "an account at a bank", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?\\d{4}){3,7}\\b"),
            "an e-mail address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}"));

    private static final Map<String, String> PEOPLE =
            Map.of("identity", """
            select unnest(array [first_name, last_name, email]) from member where status <> 'ANONYMISED'
            union select unnest(array [street, city, tel, fax]) from customer_site
            """, "order", """
            select unnest(array [ship_to_name, ship_to_street, ship_to_city, ship_to_phone, ship_from_name,
                ship_from_street, ship_from_city, ship_from_phone]) from market_purchase
            """, "invoice", "select unnest(array [street, bank_account]) from issuer");

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Set<String> words;

    /** By their first token, since there are thousands of them and of lines. */
    private final Map<String, List<String>> byToken;

    private PrivateMarks(Set<String> words) {
        this.words = words;
        this.byToken = words.stream().collect(Collectors.groupingBy(PrivateMarks::firstToken));
    }

    static PrivateMarks of(Shop shop, Collection<String> secrets) throws SQLException {
        Set<String> words = new TreeSet<>(secrets);
        for (Map.Entry<String, String> question : PEOPLE.entrySet()) {
            words.addAll(texts(shop, question.getKey(), question.getValue()));
        }
        words.removeIf(word -> firstToken(word).isEmpty() || word.strip().length() < TELLING);
        return new PrivateMarks(words);
    }

    Set<String> words() {
        return words;
    }

    /** What of it stands in the text. */
    List<String> in(String text) {
        return Stream.concat(
                        FORMS.entrySet().stream()
                                .filter(form -> form.getValue().matcher(text).find())
                                .map(Map.Entry::getKey),
                        TOKEN.matcher(text)
                                .results()
                                .flatMap(token -> byToken.getOrDefault(token.group(), List.of()).stream()
                                        .filter(word -> goesOn(text, token.start(), word))))
                .distinct()
                .toList();
    }

    private static boolean goesOn(String text, int start, String word) {
        String rest = word.substring(word.indexOf(firstToken(word)));
        int end = start + rest.length();
        return text.startsWith(rest, start) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static String firstToken(String word) {
        return TOKEN.matcher(word).results().map(MatchResult::group).findFirst().orElse("");
    }

    private static List<String> texts(Shop shop, String service, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection database = shop.database(service);
                Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select t from (%s) all_of (t) where t is not null".formatted(sql))) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}

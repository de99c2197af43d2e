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
import java.util.regex.Pattern;
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

    private static final Map<String, String> PEOPLE = Map.of(
            "identity",
            """
            select unnest(array [first_name, last_name, email]) from member where status <> 'ANONYMISED'
            union select unnest(array [street, city, tel, fax]) from customer_site
            """,
            "order",
            """
            select unnest(array [ship_to_name, ship_to_street, ship_to_city, ship_to_phone, ship_from_name,
                ship_from_street, ship_from_city, ship_from_phone]) from market_purchase
            """,
            "invoice",
            "select unnest(array [street, bank_account]) from issuer");

    private final Set<String> words;

    private PrivateMarks(Set<String> words) {
        this.words = words;
    }

    static PrivateMarks of(Shop shop, Collection<String> secrets) throws SQLException {
        Set<String> words = new TreeSet<>(secrets);
        for (Map.Entry<String, String> question : PEOPLE.entrySet()) {
            words.addAll(texts(shop, question.getKey(), question.getValue()));
        }
        words.removeIf(word -> word.strip().length() < TELLING);
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
                        words.stream().filter(word -> standsIn(text, word)))
                .toList();
    }

    private static boolean standsIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
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

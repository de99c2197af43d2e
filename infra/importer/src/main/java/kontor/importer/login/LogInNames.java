package kontor.importer.login;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kontor.importer.source.People;

/** Makes a log-in of a member's name, in ASCII and unlike every other: grace.adeyemi, grace.adeyemi.2. */
final class LogInNames {

    private static final int LENGTH_MAX = 40;

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("å", "a"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    private final Set<String> taken = new HashSet<>();

    /** In whatever case: Keycloak knows no difference. */
    void take(String logIn) {
        taken.add(logIn.toLowerCase(Locale.ROOT));
    }

    String next(People.User user) {
        String name = ascii(user.firstName() == null ? user.lastName() : user.firstName() + "." + user.lastName());
        String stem = name.isEmpty() ? "member." + user.id() : name;
        String logIn = stem;
        for (int n = 2; !taken.add(logIn); n++) {
            logIn = stem + "." + n;
        }
        return logIn;
    }

    static String ascii(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", ".");
        String cut = plain.length() > LENGTH_MAX ? plain.substring(0, LENGTH_MAX) : plain;
        return cut.replaceAll("^\\.+|\\.+$", "");
    }
}

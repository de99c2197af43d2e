package kontor.local.keycloak;

import java.util.Map;
import java.util.regex.Pattern;
import kontor.local.stack.Trouble;

/** After how many days a password has to be changed: {@code kontor.identity.password-expiry-days} (I-16). */
final class PasswordExpiry {

    static final String VARIABLE = "KONTOR_IDENTITY_PASSWORD_EXPIRY_DAYS";

    private static final String USUAL = "365";

    /** Keycloak takes 0 for "at once"; nobody keeps a password for a hundred years. */
    private static final int NEVER = 36_500;

    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

    private PasswordExpiry() {}

    /** What the realm file leaves open. */
    static String days(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, USUAL).strip();
        if (!DAYS.matcher(value).matches() || Integer.parseInt(value) > NEVER) {
            throw new Trouble("%s is '%s'; give days from 0 (never) to %d.".formatted(VARIABLE, value, NEVER));
        }
        int days = Integer.parseInt(value);
        return Integer.toString(days == 0 ? NEVER : days);
    }
}

package kontor.identity.keycloak;

/**
 * A password on its way to Keycloak, never stored, never printed.
 *
 * @param isOneTime whether it has to be changed at the first log-in
 */
public record Password(String value, boolean isOneTime) {

    @Override
    public String toString() {
        return "Password[...]";
    }
}

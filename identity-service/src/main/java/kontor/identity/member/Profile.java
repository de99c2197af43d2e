package kontor.identity.member;

import org.jspecify.annotations.Nullable;

/** What a member says of himself. */
public record Profile(
        @Nullable String firstName,
        String lastName,
        @Nullable String login,
        @Nullable String email,
        @Nullable Long pictureUploadId) {

    /** What Keycloak takes as a user name; no {@code @}, so that no login is another member's e-mail address. */
    public static final String LOGIN = "[\\p{L}\\p{N}._+-]*";

    public static final int LOGIN_MAX = 50;

    public static final String LOGIN_MESSAGE = "must hold only letters, digits and . _ + -";

    /** Beyond the form of an address: a dot after the at sign. */
    public static final String EMAIL = "[^@]+@[^@]+\\.[^@.]+";

    public static final String EMAIL_MESSAGE = "must be an e-mail address";

    /** All that is left of an anonymised member. */
    static final Profile FORMER = new Profile(null, "Former member", null, null, null);

    public Profile withoutLogin() {
        return new Profile(firstName, lastName, null, email, pictureUploadId);
    }

    /** With these names where they are given. */
    Profile withNames(@Nullable String newLogin, @Nullable String newEmail) {
        return new Profile(
                firstName,
                lastName,
                newLogin == null ? login : newLogin,
                newEmail == null ? email : newEmail,
                pictureUploadId);
    }

    public boolean canLogIn() {
        return login != null || email != null;
    }
}

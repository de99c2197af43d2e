package kontor.identity.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a member learns how to log in.
 *
 * @param delivery {@code PRINT}: the admin gets a one-time password to hand over; {@code MAIL}: Keycloak, whose realm
 * then
 *     needs a mail server, sends members with an e-mail address a link
 */
@ConfigurationProperties("kontor.identity.log-in")
record LogInSettings(@DefaultValue("PRINT") Delivery delivery) {

    enum Delivery {
        PRINT,
        MAIL
    }
}

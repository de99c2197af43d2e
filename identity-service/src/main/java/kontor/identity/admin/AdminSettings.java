package kontor.identity.admin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the first admin comes to be.
 *
 * @param defaultRank name of the rank he gets
 */
@ConfigurationProperties("kontor.identity")
record AdminSettings(@DefaultValue("Member") String defaultRank) {}

package kontor.identity.rank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rank somebody gets whom no admin has judged.
 *
 * @param defaultRank name of the rank of the first admin (I-8) and of customers who are taken over (G-43)
 */
@ConfigurationProperties("kontor.identity")
record RankSettings(@DefaultValue("Member") String defaultRank) {}

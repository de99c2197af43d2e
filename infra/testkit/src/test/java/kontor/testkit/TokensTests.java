package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TokensTests {

    private final NimbusJwtDecoder strict = decoder();

    @Test
    void areReadAsKeycloaksAre() {
        Jwt token = strict.decode(Tokens.of("ben").signed());

        assertThat(token.getSubject()).isEqualTo("ben");
        assertThat(token.getAudience()).containsExactly("kontor-api");
        assertThat(token.getClaimAsString("azp")).isEqualTo("kontor-web");
    }

    @Test
    void carryTheRoleOfATerminal() {
        Jwt token = strict.decode(Tokens.kiosk().signed());

        assertThat(token.getClaimAsMap("realm_access")).isEqualTo(Map.of("roles", List.of("kiosk")));
    }

    @Test
    void areRefusedForTheirFault() {
        BadTokens.of("ben")
                .forEach((fault, token) ->
                        assertThatThrownBy(() -> strict.decode(token)).as(fault).isInstanceOf(JwtException.class));

        assertThat(Tokens.baitFetches()).isZero();
    }

    @Test
    void stayGoodWhileTheKeyRotates() {
        String earlier = Tokens.of("ben").signed();

        Tokens.rotateKey();

        assertThat(strict.decode(earlier).getSubject()).isEqualTo("ben");
        assertThat(strict.decode(Tokens.of("cleo").signed()).getSubject()).isEqualTo("cleo");
        Tokens.dropFormerKeys();
        assertThatThrownBy(() -> decoder().decode(earlier)).isInstanceOf(JwtException.class);
    }

    @Test
    void areRepeatedForWhoeverIsTheSameAndNobodyElse() {
        String ben = Tokens.of("ben").repeatedBearer();

        assertThat(Tokens.of("ben").repeatedBearer()).isEqualTo(ben);
        assertThat(Tokens.of("cleo").repeatedBearer()).isNotEqualTo(ben);
        assertThat(Tokens.of("ben").client("partner").repeatedBearer()).isNotEqualTo(ben);
        assertThat(Tokens.of("ben").forged().repeatedBearer()).isNotEqualTo(ben);
        assertThat(Tokens.of("ben").bearer()).isNotEqualTo(ben);
        Tokens.rotateKey();
        assertThat(Tokens.of("ben").repeatedBearer()).isNotEqualTo(ben);
    }

    /** The checks every service makes; what they let through would be a bad token that is none. */
    private static NimbusJwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(Tokens.jwksUrl()).build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        OAuth2TokenValidator<Jwt> all = new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(Tokens.issuer()),
                times,
                new JwtAudienceValidator("kontor-api"),
                new JwtClaimValidator<String>("typ", "Bearer"::equals),
                new JwtClaimValidator<String>("azp", azp -> azp != null && azp.startsWith("kontor-")),
                new JwtClaimValidator<String>("sub", sub -> sub != null));
        decoder.setJwtValidator(all);
        return decoder;
    }
}

package kontor.platform.security;

import kontor.platform.messaging.Inbox;
import kontor.platform.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens only, checked by every service itself; what the caller may do is decided per operation. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration {

    @Bean
    JwtDecoder tokenDecoder(SecuritySettings settings) {
        return new TokenDecoder(settings);
    }

    @Bean
    Callers callers(MemberDirectory members) {
        return new Callers(members);
    }

    @Bean
    AccessInterceptor accessInterceptor(Callers callers) {
        return new AccessInterceptor(callers);
    }

    /** A token is optional here, because the operation's own rule decides; a bad one is refused anywhere. */
    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(
                                (request, response, e) -> problems.unauthenticated(request, response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Every service but identity-service follows the members by their state topic. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(MemberDirectory.class)
    static class Copies {

        @Bean
        MemberCopies memberCopies(JdbcClient jdbc) {
            return new MemberCopies(jdbc);
        }

        @Bean
        MemberListener memberListener(Inbox inbox, MemberCopies members, ApplicationEventPublisher events) {
            return new MemberListener(inbox, members, events);
        }
    }
}

package kontor.platform.security;

import java.util.Set;
import kontor.platform.messaging.Inbox;
import kontor.platform.rejection.Unavailable;
import kontor.platform.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

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

    /** The observation of the request says enough; two more of its steps were a good part of a small request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A token is optional here, because the operation's own rule decides; a bad one is refused anywhere. */
    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .bearerTokenResolver(new BearerToken())
                        .authenticationEntryPoint((request, response, e) -> problems.unauthenticated(request, response))
                        .withObjectPostProcessor(sayingWhy(problems)))
                // Nothing below has a part in bearer tokens, and every filter costs each request its share.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** As strict as its default about what headers hold, but by a loop over the characters. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SecurityAutoConfiguration::isClean);
        firewall.setAllowedHeaderValues(value -> isClean(value.replace('\t', ' ')));
        return firewall;
    }

    private static boolean isClean(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
    }

    /** A token that cannot be judged is neither good nor bad: 503 until the issuer's keys have been read once. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> sayingWhy(ProblemWriter problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler((request, response, e) -> {
                    if (e instanceof AuthenticationServiceException) {
                        problems.write(request, response, problems.of(new Unavailable("The log-in")));
                    } else {
                        problems.unauthenticated(request, response);
                    }
                });
                return filter;
            }
        };
    }

    /** What the firewall finds suspicious gets a problem like everything else. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, e) -> {
            boolean known = Set.of(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()))
                    && !HttpMethod.TRACE.matches(request.getMethod());
            problems.write(request, response, problems.of(known ? 400 : 405, null));
        };
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

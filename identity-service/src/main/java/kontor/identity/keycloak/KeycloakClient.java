package kontor.identity.keycloak;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.platform.rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Keycloak's admin interface with a time limit, a breaker and a bulkhead; its absence is {@code unavailable}. */
@Component
class KeycloakClient {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakClient.class);
    private static final int PAGE = 100;

    private final AdminApi users;

    KeycloakClient(KeycloakSettings settings, Clock clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        RestClient.Builder client =
                RestClient.builder().requestFactory(requests).requestInterceptor(new Guard());
        String base = settings.url().toString().replaceAll("/$", "");
        ServiceToken.TokenApi tokens =
                api(client.clone().baseUrl(base + "/realms/" + settings.realm()).build(), ServiceToken.TokenApi.class);
        users = api(
                client.clone()
                        .baseUrl(base + "/admin/realms/" + settings.realm())
                        .requestInterceptors(all -> all.addFirst(new ServiceToken(tokens, settings, clock)))
                        .build(),
                AdminApi.class);
    }

    private static <T> T api(RestClient client, Class<T> type) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    /** The new user's id; refuses with {@link NameTaken} or {@link NotTaken}. */
    String create(AdminApi.User user) {
        ResponseEntity<Void> answer = call(() -> users.create(user));
        String location = Objects.requireNonNull(answer.getHeaders().getFirst("Location"), "no Location of a new user");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Whoever holds this user name or e-mail address. */
    Optional<AdminApi.User> holderOf(AdminApi.User wanted) {
        return Optional.ofNullable(wanted.username())
                .flatMap(name -> call(() -> users.byUsername(name)).stream().findFirst())
                .or(() -> Optional.ofNullable(wanted.email())
                        .flatMap(
                                mail -> call(() -> users.byEmail(mail)).stream().findFirst()));
    }

    List<AdminApi.User> withAttribute(String name, int page) {
        return call(() -> users.search(name + ":true", page * PAGE, PAGE));
    }

    AdminApi.User read(String subject) {
        return call(() -> users.read(subject));
    }

    void update(String subject, AdminApi.User user) {
        run(() -> users.update(subject, user));
    }

    /** Gone already is gone. */
    void delete(String subject) {
        try {
            run(() -> users.delete(subject));
        } catch (UserAbsent alreadyGone) {
            LOG.debug("Keycloak user {} was gone already", subject);
        }
    }

    void endSessions(String subject) {
        run(() -> users.endSessions(subject));
    }

    /** Keycloak mails a link to set a password. */
    void mailPasswordLink(String subject) {
        run(() -> users.mail(subject, List.of("UPDATE_PASSWORD")));
    }

    /** Of these role names the user has exactly the wanted ones; names the realm does not have are left out. */
    void roles(String subject, List<String> known, List<String> wanted) {
        List<AdminApi.Role> surplus = call(() -> users.roles(subject)).stream()
                .filter(role -> known.contains(role.name()) && !wanted.contains(role.name()))
                .toList();
        if (!surplus.isEmpty()) {
            run(() -> users.takeRoles(subject, surplus));
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<AdminApi.Role> missing = call(() -> users.availableRoles(subject)).stream()
                .filter(role -> wanted.contains(role.name()))
                .toList();
        if (!missing.isEmpty()) {
            run(() -> users.giveRoles(subject, missing));
        }
    }

    private static void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (HttpClientErrorException refused) {
            throw switch (refused.getStatusCode()) {
                case HttpStatus.CONFLICT -> new NameTaken();
                case HttpStatus.NOT_FOUND -> new UserAbsent();
                case HttpStatus.BAD_REQUEST -> new NotTaken(refused.getResponseBodyAsString());
                default -> away(refused);
            };
        } catch (RestClientException failed) {
            throw away(failed);
        }
    }

    /** A refused service account is a mistake of the operator, which callers see as an absent Keycloak. */
    private static Unavailable away(RestClientException cause) {
        LOG.warn("Keycloak did not do its part: {}", cause.toString());
        return new Unavailable("Log-in");
    }

    /** Another Keycloak user has the name or address. */
    static final class NameTaken extends RuntimeException {

        NameTaken() {
            super("The user name or e-mail address is taken.", null, false, false);
        }
    }

    /** Keycloak has no such user. */
    static final class UserAbsent extends RuntimeException {

        UserAbsent() {
            super("There is no such user.", null, false, false);
        }
    }

    /** A value breaks Keycloak's own rules; repeating the call does not help. */
    static final class NotTaken extends RuntimeException {

        NotTaken(String answer) {
            super(answer, null, false, false);
        }

        boolean isAboutPassword() {
            return String.valueOf(getMessage())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("password");
        }
    }
}

package kontor.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of Keycloak's admin interface that manages users, below {@code /admin/realms/<realm>}. */
interface AdminApi {

    /** A user as sent and read; absent fields are left as they are. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @Nullable String id,
            @Nullable String username,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Boolean enabled,
            @Nullable Boolean emailVerified,
            @Nullable Long createdTimestamp,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<Credential> credentials) {

        /** With the names for log-in of another. */
        User namedAs(User other) {
            return new User(
                    id,
                    other.username,
                    other.email,
                    firstName,
                    lastName,
                    enabled,
                    emailVerified,
                    createdTimestamp,
                    attributes,
                    credentials);
        }

        Optional<String> attribute(String name) {
            return attributes == null
                    ? Optional.empty()
                    : attributes.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** A password on its way in; it never comes back. */
    record Credential(String type, String value, boolean temporary) {

        static Credential password(String value, boolean temporary) {
            return new Credential("password", value, temporary);
        }

        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }

    /** A realm role. */
    record Role(String id, String name) {}

    @PostExchange("/users")
    ResponseEntity<Void> create(@RequestBody User user);

    @GetExchange("/users?exact=true&briefRepresentation=false")
    List<User> byUsername(@RequestParam String username);

    @GetExchange("/users?exact=true&briefRepresentation=false")
    List<User> byEmail(@RequestParam String email);

    @GetExchange("/users?briefRepresentation=false")
    List<User> search(@RequestParam String q, @RequestParam int first, @RequestParam int max);

    @GetExchange("/users/{id}")
    User read(@PathVariable String id);

    @PutExchange("/users/{id}")
    void update(@PathVariable String id, @RequestBody User user);

    @DeleteExchange("/users/{id}")
    void delete(@PathVariable String id);

    @PostExchange("/users/{id}/logout")
    void endSessions(@PathVariable String id);

    @PutExchange("/users/{id}/execute-actions-email")
    void mail(@PathVariable String id, @RequestBody List<String> actions);

    @GetExchange("/users/{id}/role-mappings/realm")
    List<Role> roles(@PathVariable String id);

    @GetExchange("/users/{id}/role-mappings/realm/available")
    List<Role> availableRoles(@PathVariable String id);

    @PostExchange("/users/{id}/role-mappings/realm")
    void giveRoles(@PathVariable String id, @RequestBody List<Role> roles);

    @HttpExchange(method = "DELETE", url = "/users/{id}/role-mappings/realm")
    void takeRoles(@PathVariable String id, @RequestBody List<Role> roles);
}

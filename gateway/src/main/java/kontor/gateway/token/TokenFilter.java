package kontor.gateway.token;

import java.time.Duration;
import java.util.List;
import kontor.gateway.call.Call;
import kontor.gateway.call.Caller;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.limit.Limits;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who calls. No token passes as nobody; a bad one ends here, wherever it was sent to (G-20). It is taken from
 * one {@code Authorization} header and from nowhere else.
 */
@Component
@Order(FilterOrder.TOKEN)
class TokenFilter implements Checkpoint {

    private static final String SCHEME = "Bearer ";
    private static final Duration KEYS_WAIT = Duration.ofSeconds(10);

    private final TokenCheck tokens;
    private final Limits limits;

    TokenFilter(TokenCheck tokens, Limits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    @Override
    public Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        List<String> sent = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (sent == null) {
            return chain.filter(exchange);
        }
        String token = token(sent);
        if (token == null) {
            return Mono.error(refused(call));
        }
        TokenHash hash = TokenHash.of(token);
        Caller known = tokens.recall(hash);
        if (known != null) {
            call.madeBy(known);
            return chain.filter(exchange);
        }
        return tokens.judge(token, hash)
                .onErrorMap(error -> isForLackOfKeys(error) ? noKeys() : refused(call))
                .flatMap(caller -> {
                    call.madeBy(caller);
                    return chain.filter(exchange);
                });
    }

    private static @Nullable String token(List<String> sent) {
        if (sent.size() != 1) {
            return null;
        }
        String value = sent.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = value.substring(SCHEME.length()).strip();
        return isPlain(token) ? token : null;
    }

    /** The characters of a compact token, by a loop: a regular expression took a twelfth of a call's time. */
    private static boolean isPlain(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!plain) {
                return false;
            }
        }
        return !token.isEmpty();
    }

    /** Who tries tokens out is slowed down like anyone else without one. */
    private Refusal refused(Call call) {
        Refusal tooMany = limits.ofAddress(call.client());
        return tooMany == null ? Refusal.tokenInvalid() : tooMany;
    }

    private static boolean isForLackOfKeys(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SigningKeys.KeysUnavailable) {
                return true;
            }
        }
        return false;
    }

    private static Refusal noKeys() {
        return Refusal.unavailable("Log-in is not available, so the token cannot be checked.", KEYS_WAIT);
    }
}

package kontor.observing.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import kontor.platform.rejection.Unavailable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses whatever could write while the service is halted. */
record WriteGuard(Halt halt) implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (halt.isOn() && !READING.contains(request.getMethod())) {
            throw new Unavailable("Writing");
        }
        return true;
    }
}

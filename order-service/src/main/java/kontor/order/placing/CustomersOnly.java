package kontor.order.placing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kontor.platform.rejection.Forbidden;
import kontor.platform.security.Caller;
import kontor.platform.security.Callers;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A member without profile orders nothing; his class is judged before anything of the request is read (O-1, G-20). */
@Component
class CustomersOnly implements HandlerInterceptor, WebMvcConfigurer {

    private static final int AFTER_ACCESS = 1;

    private final Callers callers;

    CustomersOnly(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PlacingController.PATH).order(AFTER_ACCESS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST") && !mayOrder(callers.of(request))) {
            throw new Forbidden();
        }
        return true;
    }

    private static boolean mayOrder(Caller caller) {
        return caller.isAdmin() || (caller.member() != null && caller.member().customerId() != null);
    }
}

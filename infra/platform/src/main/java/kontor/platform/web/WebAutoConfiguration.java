package kontor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import kontor.platform.security.AccessInterceptor;
import kontor.platform.security.Callers;
import kontor.platform.store.PlatformSettings;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** HTTP defaults of every service: strict requests, problem details, keys, pages. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@Import({ProblemAdvice.class, ErrorPage.class})
class WebAutoConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return StrictJson.mapper();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper mapper, Validator validator) {
        return converters -> converters
                .withJsonConverter(new StrictJson(mapper, validator))
                // The last, so that a page is CSV only for those who ask for it.
                .configureMessageConvertersList(list -> list.add(new CsvPages(mapper)));
    }

    @Bean
    ApiDocument apiDocument(PlatformSettings settings) {
        return new ApiDocument(settings.service());
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    @Bean
    Replies replies(JdbcClient jdbc, Clock clock) {
        return new Replies(jdbc, clock);
    }

    @Bean
    RequestKeys requestKeys(HttpServletRequest request, JsonMapper mapper, Callers callers) {
        return new RequestKeys(request, mapper, callers);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareRefusals() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(BareRefusals.class.getName()));
    }

    /**
     * Stopping begins, and readiness has gone down: before the first request is refused, whoever spreads them sees it,
     * and whoever holds a connection is told with his next answer to leave it.
     */
    @Bean
    ApplicationListener<ContextClosedEvent> farewell(PlatformSettings settings, ApplicationContext self) {
        return closed -> {
            if (closed.getSource().equals(self)
                    && self instanceof ServletWebServerApplicationContext service
                    && service.getWebServer() instanceof TomcatWebServer tomcat) {
                tomcat.getTomcat().getConnector().setProperty("maxKeepAliveRequests", "1");
                LockSupport.parkNanos(settings.farewell().toNanos());
            }
        };
    }

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        FilterRegistrationBean<Correlation> filter = new FilterRegistrationBean<>(new Correlation());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    WebMvcConfigurer requests(AccessInterceptor access, Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(access);
                registry.addInterceptor(new KnownParameters());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ListRequests(callers));
                resolvers.add(new CallerArguments(callers));
            }
        };
    }
}

package kontor.gateway.docs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves Swagger UI's own files as they are; the page around them ({@code swagger-ui.html}) and the list of documents
 * ({@code kontor-docs.js}) are static too, so that no script is inline.
 */
@Configuration(proxyBeanMethods = false)
class DocsPages implements WebFluxConfigurer {

    /** The version names the folder inside the library. */
    @ConfigurationProperties("kontor.gateway.docs")
    record DocsSettings(String swaggerUiVersion) {}

    private final DocsSettings settings;

    DocsPages(DocsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/swagger-ui/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/swagger-ui/" + settings.swaggerUiVersion() + "/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }
}

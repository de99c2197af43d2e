package kontor.gateway.call;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Address ranges (CIDR) of the proxies in front of the gateway, whose {@code X-Forwarded-For} is believed. */
@ConfigurationProperties("kontor.gateway.proxies")
record ProxySettings(@DefaultValue List<String> trusted) {}

package org.tasuki.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of a page: the cookie's, else Japanese. And what every page demands of what it is sent. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry every) {
        every.addInterceptor(new SentOnce());
    }

    /** Over HTTPS under a name that browsers take from this very host only, for all of it. */
    @Bean
    LocaleResolver localeResolver(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        CookieLocaleResolver cookie = new CookieLocaleResolver(secure ? "__Host-tasuki-language" : "tasuki-language");
        cookie.setCookieSecure(secure);
        cookie.setDefaultLocaleFunction(request -> Languages.DEFAULT);
        cookie.setRejectInvalidCookies(false);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        return cookie;
    }
}

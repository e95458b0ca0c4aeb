package org.myocohort.app.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who gets through to which path, and the headers that tell a browser what a page may do.
@Configuration(proxyBeanMethods = false)
class SecurityRules {
  /// No script and no style but our own files, no other site, no frame.
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// Ready reports are files with their style inside and without any script.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none';"
          + " frame-ancestors 'none'; base-uri 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain reports(HttpSecurity http, WebSettings settings) {
    visitors(http, settings);
    headers(http, REPORT_POLICY);
    return http.securityMatcher("/reports/**")
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, WebSettings settings) {
    visitors(http, settings);
    headers(http, CONTENT_POLICY);
    return http.authorizeHttpRequests(rules ->
            rules
                .requestMatchers("/static/**", "/language/**", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  private static void visitors(HttpSecurity http, WebSettings settings) {
    if (settings.demonstration()) {
      http.addFilterBefore(new LocalVisitors(), AnonymousAuthenticationFilter.class);
    }
  }

  private static void headers(HttpSecurity http, String contentPolicy) {
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(policy ->
                policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
  }

  /// Nobody is known by a name that the framework makes up.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}

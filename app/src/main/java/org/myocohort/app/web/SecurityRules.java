package org.myocohort.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.myocohort.registry.account.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

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

  private final WebSettings settings;
  private final AccountCheck check;
  private final List<SignInWay> ways;

  SecurityRules(
      WebSettings settings,
      Accounts accounts,
      Sessions sessions,
      InstantSource clock,
      List<SignInWay> ways) {
    this.settings = settings;
    this.ways = ways;
    this.check = new AccountCheck(accounts, sessions, clock);
  }

  @Bean
  @Order(1)
  SecurityFilterChain reports(HttpSecurity http) {
    visitors(http);
    headers(http, REPORT_POLICY);
    return http.securityMatcher("/reports/**")
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    visitors(http);
    headers(http, CONTENT_POLICY);
    http.authorizeHttpRequests(rules ->
        rules
            .requestMatchers(
                "/static/**",
                "/language/**",
                "/error",
                "/login",
                "/login/passkey/options",
                "/login/oidc",
                "/link/**")
            .permitAll()
            .anyRequest()
            .authenticated());
    if (!settings.demonstration()) {
      signingIn(http);
      http.with(new SignInWays(ways), Customizer.withDefaults());
    }
    return http.build();
  }

  private static void signingIn(HttpSecurity http) {
    http.formLogin(login ->
        login
            .loginPage("/login")
            .defaultSuccessUrl("/")
            .failureHandler((_, response, failure) ->
                response.sendRedirect(
                    failure instanceof LockedException ? "/login?wait" : "/login?wrong")));
    http.logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?out"));
    // After signing in, a page that was asked for is shown; a form or a fragment is not repeated.
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setRequestMatcher(
        request -> request.getMethod().equals("GET") && !isFragment(request) && isPage(request));
    http.requestCache(cache -> cache.requestCache(asked));
    LoginUrlAuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint("/login");
    http.exceptionHandling(handling ->
        handling.authenticationEntryPoint((request, response, failure) -> {
          if (isFragment(request)) {
            // The whole page turns to the login, not the part that was to be exchanged.
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
          } else {
            toLogin.commence(request, response, failure);
          }
        }));
  }

  private static boolean isFragment(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private void visitors(HttpSecurity http) {
    http.addFilterBefore(
        settings.demonstration() ? new LocalVisitors() : check,
        AnonymousAuthenticationFilter.class);
  }

  private static void headers(HttpSecurity http, String contentPolicy) {
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(policy ->
                policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
  }
}

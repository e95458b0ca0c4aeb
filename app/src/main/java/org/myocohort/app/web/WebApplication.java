package org.myocohort.app.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What Spring is started with: everything of this package and of the features beneath it.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class WebApplication {}

package org.myocohort.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.store.StoreException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// Says what failed, on a page in the reader's language: never a trace, never a value of a patient.
@Controller
@ControllerAdvice
class FailurePages implements ErrorController {
  @ExceptionHandler
  ModelAndView notAllowed(AccessDenied denied) {
    return page(HttpStatus.FORBIDDEN, "403");
  }

  @ExceptionHandler
  ModelAndView notFound(NotFound absent) {
    return page(HttpStatus.NOT_FOUND, "404");
  }

  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException large) {
    return page(HttpStatus.CONTENT_TOO_LARGE, "413");
  }

  @ExceptionHandler
  ModelAndView store(StoreException failure) {
    HttpStatus status =
        switch (failure.kind()) {
          case DISK_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
          case READ_ONLY, UNAVAILABLE, RESTORING, COMMIT_UNKNOWN -> HttpStatus.SERVICE_UNAVAILABLE;
          case SCHEMA, DAMAGED, NOT_DURABLE, OTHER -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    return page(status, "store." + failure.code());
  }

  /// What the container or the framework refused.
  @RequestMapping("/error")
  ModelAndView other(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : 404;
    String text =
        switch (status) {
          case 403, 404, 405, 409, 413 -> Integer.toString(status);
          default -> status < 500 ? "400" : "500";
        };
    return page(HttpStatusCode.valueOf(status), text);
  }

  private static ModelAndView page(HttpStatusCode status, String code) {
    ModelAndView page = new ModelAndView("error", status);
    page.addObject("code", code);
    return page;
  }
}

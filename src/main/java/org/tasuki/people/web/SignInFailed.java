package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** One answer for an unknown account, a wrong password and a closed account; another when the database is away. */
final class SignInFailed implements AuthenticationFailureHandler {

    private final SignInPace pace;

    SignInFailed(SignInPace pace) {
        this.pace = pace;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            pace.failed(SignInGate.tryOf(request));
            response.sendRedirect(request.getContextPath() + "/sign-in?failed");
        }
    }
}

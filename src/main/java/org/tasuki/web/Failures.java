package org.tasuki.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A database that is away for a moment is "try again soon" (503), not "we broke" (500). */
@ControllerAdvice
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    static final String SECONDS_TO_WAIT = "10";

    @ExceptionHandler({
        TransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    void databaseAway(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (!DatabaseAway.isAway(failure)) {
            throw failure;
        }
        LOG.warn("The database did not answer: {}", failure.getClass().getSimpleName());
        response.setHeader("Retry-After", SECONDS_TO_WAIT);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}

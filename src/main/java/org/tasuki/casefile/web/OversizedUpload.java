package org.tasuki.casefile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tasuki.casefile.NewDocument;
import org.tasuki.web.RequestRefused;

/**
 * A file that is too large is read past, not kept anywhere, and the page behind gets the fields that were typed beside it: a
 * server that stops listening shows people a broken connection, and loses what they wrote. It stands before the security's
 * own filters, which would have the whole body parsed to find their token, so it lets nobody send a file who has not signed in, and
 * no file to any other address.
 */
@Component
@Order(-110)
class OversizedUpload extends OncePerRequestFilter {

    /** Says to the page that there was a file, but too large. */
    static final String TOO_LARGE = "tasuki.upload.tooLarge";

    private static final Pattern UPLOADS =
            Pattern.compile("/cases/[^/]+/files|/administration/processes|/training/file|/training/courses/materials");
    private static final long FIELDS = 1 << 20;
    private static final long MOST_REQUEST = NewDocument.MOST_BYTES + FIELDS;

    /** Longer than this nobody is listened to: a film of an hour. */
    private static final long MOST_PATIENCE = 512L << 20;

    private static final int MOST_OF_FIELD = 10_000;
    private static final int MOST_FIELDS = 20;

    private final ApplicationEventPublisher trail;

    OversizedUpload(ApplicationEventPublisher trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isMultipart(request)) {
            chain.doFilter(request, response);
        } else if (!UPLOADS.matcher(request.getServletPath()).matches() || request.getContentLengthLong() < 0) {
            refuse(request, response);
        } else if (!signedIn(request)) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        } else if (request.getContentLengthLong() <= MOST_REQUEST) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > MOST_PATIENCE) {
            refuse(request, response);
        } else {
            chain.doFilter(new FieldsAlone(request, fields(request)), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        trail.publishEvent(new RequestRefused(request, RequestRefused.Why.SIZE));
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static Map<String, String[]> fields(HttpServletRequest request) throws IOException {
        Map<String, String[]> fields = new LinkedHashMap<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                try (InputStream content = part.openStream()) {
                    if (part.isFormField() && fields.size() < MOST_FIELDS) {
                        String text = new String(content.readNBytes(MOST_OF_FIELD), StandardCharsets.UTF_8);
                        fields.putIfAbsent(part.getFieldName(), new String[] {text});
                    }
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (FileUploadException malformed) {
            throw new IOException("a form that cannot be read", malformed);
        }
        return fields;
    }

    /** The request as if it had been a form without a file. */
    private static final class FieldsAlone extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields;

        FieldsAlone(HttpServletRequest request, Map<String, String[]> fields) {
            super(request);
            this.fields = fields;
            setAttribute(TOO_LARGE, true);
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        @SuppressWarnings("NullAway") // the interface says null for what is not there
        public String[] getParameterValues(String name) {
            return fields.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(fields);
        }
    }
}

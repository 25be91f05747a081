package org.tasuki.training.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a reader came into a process that others call, and how they look at it; all of it stands in the address, so that a link shows
 * somebody else the same.
 *
 * @param sites where it was entered, the outermost first
 * @param came the steps by which they came to this one, the last of them last; none after a jump
 */
record Trail(List<Site> sites, boolean presenter, List<String> came) {

    static final String PRESENTER = "presenter";

    private static final int DEEPEST = 8;
    private static final int LONGEST = 60;
    private static final String SITE = "[a-z][a-z-]{0,59}\\.\\w{1,100}";

    /** A call of another process. */
    record Site(String process, String step) {}

    /** What is no way in is left out. */
    static Trail read(String from, String view, String came) {
        List<Site> sites = Arrays.stream(from.split(","))
                .filter(site -> site.matches(SITE))
                .limit(DEEPEST)
                .map(site -> site.split("\\."))
                .map(parts -> new Site(parts[0], parts[1]))
                .toList();
        List<String> steps = Arrays.stream(came.split(","))
                .filter(step -> step.matches("\\w{1,100}"))
                .toList();
        return new Trail(sites, view.equals(PRESENTER), last(steps));
    }

    Trail into(String process, String step) {
        Site site = new Site(process, step);
        List<Site> deeper =
                Stream.concat(sites.stream(), Stream.of(site)).limit(DEEPEST).toList();
        return new Trail(deeper, presenter, List.of());
    }

    /** The way that leads to the place from which it was entered this many levels below the outermost. */
    Trail upTo(int level) {
        return new Trail(sites.subList(0, level), presenter, List.of());
    }

    Optional<Site> entrance() {
        return sites.isEmpty() ? Optional.empty() : Optional.of(sites.get(sites.size() - 1));
    }

    Trail shown(boolean toPresenter) {
        return new Trail(sites, toPresenter, came);
    }

    /** On from this step to whatever follows. */
    Trail on(String step) {
        return new Trail(
                sites,
                presenter,
                last(Stream.concat(came.stream(), Stream.of(step)).toList()));
    }

    /** To the step from which they came. */
    Trail back() {
        return new Trail(sites, presenter, came.subList(0, Math.max(0, came.size() - 1)));
    }

    /** To anywhere else. */
    Trail jump() {
        return new Trail(sites, presenter, List.of());
    }

    /** An address has its limits. */
    private static List<String> last(List<String> steps) {
        return steps.subList(Math.max(0, steps.size() - LONGEST), steps.size());
    }

    String address(String process) {
        return TrainingController.WALK + "/" + process + jump().query();
    }

    String address(String process, String step) {
        return TrainingController.WALK + "/" + process + "/" + step + query();
    }

    private String query() {
        String from =
                sites.stream().map(site -> site.process() + "." + site.step()).collect(Collectors.joining(","));
        String query = Stream.of(
                        from.isEmpty() ? "" : "from=" + from,
                        presenter ? "view=" + PRESENTER : "",
                        came.isEmpty() ? "" : "came=" + String.join(",", came))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}

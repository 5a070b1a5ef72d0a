package dev.crmmigration.testkit.simulator;

import dev.crmmigration.testkit.simulator.FaultRule.Fault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Serves a {@link SimulatedPlatform} over HTTP, with faults, a log and control endpoints. Safe for use by several threads. */
public final class SimulatorServer implements RunningSimulator {

    private final SimulatorOptions options;
    private final CurrentFaults faults;
    private final FaultInjector injector;
    private final SimulatedPlatform platform;
    private final StateFile stateFile;
    private final RequestLog log;
    private final ControlEndpoints control;
    private final HttpListener listener;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SimulatorServer(String name, SimulatorOptions options, SimulatedPlatform unobserved) {
        this.options = options;
        this.platform = new ObservedPlatform(unobserved, options.observer());
        this.faults = new CurrentFaults(
                options.faultsFile() == null ? FaultScript.NONE : FaultScript.read(options.faultsFile()));
        this.injector = new FaultInjector(platform);
        this.stateFile = new StateFile(options.stateFile(), platform);
        this.stateFile.load();
        this.log = RequestLog.open(options.logFile());
        this.control = new ControlEndpoints(platform, options.clock(), faults, stateFile);
        this.listener = listen(name);
    }

    private HttpListener listen(String name) {
        try {
            return HttpListener.open(options.port(), "simulator-" + name, this::answer, options.clock());
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /**
     * Starts to serve a platform.
     *
     * @param name of the platform, for the names of threads
     */
    public static SimulatorServer start(String name, SimulatorOptions options, SimulatedPlatform platform) {
        return new SimulatorServer(name, options, platform);
    }

    private Reply answer(Request request) {
        try {
            if (request.path().startsWith(ControlEndpoints.PREFIX)) {
                return control.answer(request);
            }
            Optional<Fault> fault = faults.get().faultFor(request);
            Reply reply = fault.map(found -> injector.answer(request, found)).orElseGet(() -> platform.answer(request));
            log.write(
                    options.clock().now(),
                    request,
                    reply,
                    fault.map(Fault::action).orElse(null));
            return reply.status() == 0 ? reply : reply.withHeaders(Map.of("x-correlation-id", correlationId()));
        } catch (RuntimeException e) {
            // A defect of the simulator must not look like a behaviour of the platform.
            return Reply.html(599, "<html><body>The simulator failed: " + e + "</body></html>");
        }
    }

    private String correlationId() {
        return new UUID(options.seed(), requests.incrementAndGet()).toString();
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    @Override
    public String token() {
        return options.token();
    }

    @Override
    public SimulatorClock clock() {
        return options.clock();
    }

    @Override
    public void inject(FaultScript script) {
        faults.set(script);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listener.close();
            log.close();
            stateFile.save();
        }
    }
}

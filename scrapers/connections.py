"""HTTP connections that can be cut from outside and that lead to public addresses only."""

from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError
from urllib3.util.retry import Retry

from scrapers.addresses import public_addresses


class ConnectionAdapter(HTTPAdapter):
    """requests' adapter with connection pools of one's own, which never tries again by itself."""

    def __init__(self, pool_classes: dict[str, type[HTTPConnectionPool]]) -> None:
        self._pool_classes = pool_classes
        super().__init__(max_retries=Retry(0, read=False))

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pool_classes

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pool_classes
        return manager


def pool_classes(live: WeakSet[HTTPConnection], guarded: bool) -> dict[str, type[HTTPConnectionPool]]:
    """Connection pools whose connections ``live`` knows and which, when ``guarded``, lead to public addresses only.

    The addresses are looked up once, checked, and connected to as numbers: a name that changes between check and
    connection (DNS rebinding) gains nothing.
    """

    class Plain(HTTPConnection):
        def _new_conn(self) -> Any:
            live.add(self)
            return _connect(self, super()._new_conn) if guarded else super()._new_conn()

    class Secure(HTTPSConnection):
        def _new_conn(self) -> Any:
            live.add(self)
            return _connect(self, super()._new_conn) if guarded else super()._new_conn()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connect(connection: HTTPConnection, connect: Callable[[], Any]) -> Any:
    name = connection._dns_host
    try:
        for address in (addresses := public_addresses(name, connection.port or 0)):
            connection._dns_host = address
            try:
                return connect()
            except NewConnectionError:
                if address == addresses[-1]:
                    raise
    finally:
        connection._dns_host = name

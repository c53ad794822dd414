from tests.web.conftest import reader, service, template

__all__ = ["reader", "service", "template"]
